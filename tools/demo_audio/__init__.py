"""The sound of the sample podcast, made from plain text with a free synthetic voice.

``python -m tools.demo_audio [STEM ...]`` reads ``scripts/<stem>.txt`` and writes
``<stem>.mp3``, ``<stem>.vtt`` and, where wanted, ``<stem>.opus`` beside
``content/episodes/<stem>.md``. It prints the chapter list for the author to paste and
touches no Markdown. It needs ffmpeg and flite; building and publishing need neither,
because the sound is committed.

A script is a text file of three kinds of lines:

``# The call nobody ordered``
    opens a chapter: the next sentence begins on a whole second, which is its time;
``Dave: They ask, and so they get.``
    one sentence and who speaks it: one sentence is one cue of the transcript;
an empty line
    a longer pause.

Sentences hold words only, as they are spoken: numbers written out, no abbreviations.
"""
