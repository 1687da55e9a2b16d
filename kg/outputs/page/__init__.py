"""The pages' templates, style and scripts, and how they are put together."""
