"""Whether pages are valid HTML, by the Nu checker."""

import re
import subprocess

# The checker of 2020 does not know what browsers have learned since.
OUTDATED = re.compile(r"CSS:|“color-mix|“light-dark|Attribute “(displaystyle|scriptlevel)”|Attribute “fetchpriority”")


def invalid(checker, pages):
    command = ["java", "-jar", checker, "--errors-only", "--format", "gnu", "--exit-zero-always"] + pages
    output = subprocess.run(command, capture_output=True, text=True).stderr
    lines = [line for line in output.splitlines() if line.strip() and not OUTDATED.search(line)]
    return [re.sub(r'^"file:.*/', "", line) for line in lines]
