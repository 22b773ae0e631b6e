# What leads a person through a session: set-up, counting in, rest, summary. Spoken unless it says otherwise.
