package org.caravansms.message;

/**
 * The applications that a message is from and for on the two phones, 3GPP TS 23.040 section 9.2.3.24.3.
 *
 * @param source the sender's, -1 where none is named
 * @param destination the receiver's, -1 where none is named
 */
public record Ports(int source, int destination) {

    public static final Ports NONE = new Ports(-1, -1);
}
