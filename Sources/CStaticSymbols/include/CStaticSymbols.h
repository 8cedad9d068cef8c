// Nothing here is called by name: see dlsym.c.
