"""Python imports this by itself in every program that the tests start, where it is asked for."""

import importlib

importlib.import_module("pretending").pretend()
