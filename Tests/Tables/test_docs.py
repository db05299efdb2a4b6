"""Every command of the pages in Docs, and of the README, runs: the `sh` blocks of a page, in their order, in one folder."""

import re
import tempfile
import unittest

from folders import ROOT, shell

PAGES = sorted((ROOT / "Docs").glob("*.md")) + [ROOT / "README.md"]


def blocks(page):
    return re.findall(r"^```sh\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


class Docs(unittest.TestCase):
    def test_there_are_commands(self):
        self.assertGreater(sum(len(blocks(page)) for page in PAGES), 25)

    def test_every_command_runs(self):
        for page in PAGES:
            with self.subTest(page.name), tempfile.TemporaryDirectory(prefix="polku-docs-") as place:
                shell(f"ln -s {ROOT}/Data Data && cp Data/night/access-1.log.gz access.log.gz && "
                      f"cp Data/journey.toml journey.toml", place)
                for block in blocks(page):
                    result = shell("set -e\n" + block, place, check=False)
                    self.assertEqual(result.returncode, 0, f"{block}\n{result.stdout}\n{result.stderr}")

    def test_links_lead_somewhere(self):
        for page in PAGES:
            for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
                self.assertTrue((page.parent / link).exists(), f"{page.name}: {link}")


if __name__ == "__main__":
    unittest.main()
