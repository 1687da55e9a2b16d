"""What a build keeps of every article, so that the next one reads only what is new: `output/store/`."""
