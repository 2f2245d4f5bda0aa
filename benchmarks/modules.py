"""Prints which modules are imported at the moment the first data is painted, as JSON."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from careerdesk.app import build_window, make_application, open_store


def main() -> None:
    """Open the window over the store named by the first argument."""
    store = open_store(Path(sys.argv[1]))
    application = make_application()
    window = build_window(store)
    window.first_data_painted.connect(application.quit)
    window.show()
    application.exec()
    print(json.dumps(sorted(sys.modules)), flush=True)
    store.close()
    os._exit(0)


if __name__ == "__main__":
    main()
