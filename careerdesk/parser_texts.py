"""What Python's own parser says of the arguments, marked so that it can be translated.

`argparse` asks `gettext` for these texts, and `cli` points it to the catalogue of the program. They
are those of every Python that the program runs on: what one does not say costs nothing. What only
a mistake in our own source would bring up is not among them.
"""

from __future__ import annotations

from careerdesk.i18n import N_, Counting

OF_HELP = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    # TRANSLATORS: stands between a heading of the help and what is below it
    N_("%(heading)s:"),
    N_(" (default: %(default)s)"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
)
OF_ERRORS = (
    # TRANSLATORS: the name of the program, and what was wrong with its arguments
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("expected at least one argument"),
    N_("expected at most one argument"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
    N_("the following arguments are required: %s"),
    N_("unexpected option string: %s"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
    N_("unrecognized arguments: %s"),
)
ARGUMENTS = Counting("expected %s argument", "expected %s arguments")
