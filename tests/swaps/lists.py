def swap(article, rng):
    raise NotImplementedError
