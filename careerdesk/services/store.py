"""The store as the layers above see it."""

from careerdesk.data.changes import Changes, Step
from careerdesk.data.place import Standing
from careerdesk.data.store import Store

__all__ = ["Changes", "Standing", "Step", "Store"]
