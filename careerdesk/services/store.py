"""The store as the layers above see it."""

from careerdesk.data.changes import Changes, Edit
from careerdesk.data.place import Standing
from careerdesk.data.store import Store

__all__ = ["Changes", "Edit", "Standing", "Store"]
