"""What the answers call for: red flags to act on, questions worth asking."""
