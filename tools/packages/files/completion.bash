eval "$(/usr/bin/opencshis complete bash 2>/dev/null)"
