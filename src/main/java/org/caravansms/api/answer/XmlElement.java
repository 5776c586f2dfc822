package org.caravansms.api.answer;

/**
 * One element of an answer; an empty one is written as one tag.
 *
 * @param name its name, of ASCII letters and digits
 * @param content a text that XML can carry, or {@link XmlChildren}
 */
record XmlElement(String name, Object content) {}
