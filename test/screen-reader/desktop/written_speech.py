"""A voice for Orca that writes down what it is told to say.

Orca finds this module by the setting `speechServerFactory`, in the folder of its
preferences. Each call becomes one line of JSON in the file that the environment
variable GENSVAR_SPEECH_FILE names: what was said, or that speech was cut off, and
when (milliseconds since 1970).
"""

import json
import os
import time

from orca import chnames, speechserver


def _write(**line):
    line["time"] = round(time.time() * 1000)
    with open(os.environ["GENSVAR_SPEECH_FILE"], "a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


class SpeechServer(speechserver.SpeechServer):
    """Implements Orca's interface to a speech synthesiser."""

    @staticmethod
    def getFactoryName():
        return "Written speech"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        return SpeechServer()

    @staticmethod
    def shutdownActiveServers():
        pass

    def getInfo(self):
        return ["Written speech", "written-speech"]

    def getVoiceFamilies(self):
        return []

    def speak(self, text=None, acss=None, interrupt=True):
        # `interrupt` means nothing to Orca's usual voice either.
        if text and text.strip():
            _write(said=text.strip())

    def speakCharacter(self, character, acss=None):
        _write(said=chnames.getCharacterName(character))

    def speakKeyEvent(self, event, acss=None):
        _write(said=event.getKeyName())

    def sayAll(self, utteranceIterator, progressCallback):
        for context, _voice in utteranceIterator:
            _write(said=context.utterance)
            progressCallback(context, speechserver.SayAllContext.COMPLETED)

    def stop(self):
        _write(stopped=True)
