package org.caravansms.message;

/** An error after which nobody knows whether the messages were accepted. */
public interface InDoubt {}
