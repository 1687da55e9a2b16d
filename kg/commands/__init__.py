"""The commands of `kg`, one a module; each is added to the group in kg/cli.py."""
