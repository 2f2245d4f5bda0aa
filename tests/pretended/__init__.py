"""The program over another library, or on another system, for a whole run of the tests.

Asked for by the environment, so that programs which the tests start hear of it too: Python imports
`sitecustomize` of this folder before anything else. The program itself knows nothing of it.
"""
