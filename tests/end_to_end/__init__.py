"""The whole bot against the Telegram double: nothing lost, little said twice."""
