"""The window: a folder for each feature, and what all of them stand on."""
