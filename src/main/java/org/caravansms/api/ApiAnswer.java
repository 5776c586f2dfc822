package org.caravansms.api;

/** The answer to a request, before the package {@code answer} writes it in the client's format. */
public interface ApiAnswer {}
