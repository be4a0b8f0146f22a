"""`python -m samen.site` is `samen`."""

import sys

from samen.site.command import main

sys.exit(main())
