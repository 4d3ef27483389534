"""An export as a phone hands it over: a zip of the text and the media that it names."""

import io
import zipfile

# The smallest picture that is one: a grey point as JFIF would have it, were it whole. What stands in
# it does not matter: it is no chat.
PICTURE = bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + bytes(200) + b"\xff\xd9"


def android(title, text, most=2):
    """The zip of Android for a chat called `title`, with the first pictures that its text names."""
    pictures = [word.lstrip("\u200e") for word in text.split() if word.endswith("-WA0000.jpg")]
    files = [(f"Discussion WhatsApp avec {title}.txt", text.encode("utf-8"))]
    files += [(name, PICTURE) for name in pictures[:most]]
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files:
            # A fixed date and system, so that the bytes are the same wherever they are made.
            member = zipfile.ZipInfo(name, (2025, 9, 15, 12, 0, 0))
            member.create_system = 3
            member.external_attr = 0o644 << 16
            archive.writestr(member, content)
    return data.getvalue()
