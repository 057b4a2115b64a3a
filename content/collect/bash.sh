# A here-document, so that a paste runs as one and whatever shell it is pasted into is not the one that runs it.
sh <<'END'
{posix}
END
