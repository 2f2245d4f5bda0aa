"""A made-up team to look around in: two years in which not everything goes well."""

from careerdesk.services.demo.build import fill

__all__ = ["fill"]
