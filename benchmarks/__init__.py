"""How fast it is: each goal beside a floor that is measured in the same run.

`python3 dev.py bench` runs them all, `python3 dev.py bench P1 P7` some, `--quick` fewer times.
"""
