"""PDFs over UNO by a plain script: a warm LibreOffice, streams in and out, nothing else.

`python3 uno_direct.py DOCX LOADING EXPORT` with a Python that can import `uno`; the last two are
options as JSON. For each number on a line of the input it converts the file that often, and prints
the seconds that this took.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

_SWITCHES = "--headless --invisible --nodefault --nologo --norestore"
_RESOLVER = "com.sun.star.bridge.UnoUrlResolver"


def main(path: str, loading: str, export: str) -> None:
    """Convert as often as told, until the input ends."""
    docx = Path(path).read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        accept = f"pipe,name={Path(folder).name};urp;"
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = ["soffice", *_SWITCHES.split(), profile, f"--accept={accept}"]
        soffice = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        office = Office(f"uno:{accept}StarOffice.ComponentContext")
        for times in sys.stdin:
            started = time.perf_counter()
            for _ in range(int(times)):
                office.pdf(docx, json.loads(loading), json.loads(export))
            print(time.perf_counter() - started, flush=True)
        office.desktop.terminate()
        soffice.wait()


class Office:
    """A LibreOffice that is starting: waited for, then asked."""

    def __init__(self, address: str) -> None:
        own = uno.getComponentContext()
        resolver = own.ServiceManager.createInstanceWithContext(_RESOLVER, own)
        while True:
            try:
                self._context = resolver.resolve(address)
                break
            except NoConnectException:
                time.sleep(0.1)
        self.desktop = self._service("com.sun.star.frame.Desktop")

    def pdf(self, docx: bytes, loading: dict[str, Any], export: dict[str, Any]) -> bytes:
        """The PDF of a .docx."""
        source = self._service("com.sun.star.io.SequenceInputStream", uno.ByteSequence(docx))
        options = _properties({**loading, "InputStream": source})
        document = self.desktop.loadComponentFromURL("private:stream", "_blank", 0, options)
        out = self._service("com.sun.star.io.SequenceOutputStream")
        data = uno.Any("[]com.sun.star.beans.PropertyValue", _properties(export))
        storing = {"FilterName": "writer_pdf_Export", "FilterData": data, "OutputStream": out}
        document.storeToURL("private:stream", _properties(storing))
        document.close(True)
        return bytes(out.getWrittenBytes().value)

    def _service(self, name: str, *arguments: Any) -> Any:
        manager = self._context.ServiceManager
        return manager.createInstanceWithArgumentsAndContext(name, arguments, self._context)


def _properties(values: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


if __name__ == "__main__":
    main(*sys.argv[1:])
