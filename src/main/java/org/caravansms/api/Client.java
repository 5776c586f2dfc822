package org.caravansms.api;


/**
 * Who sent a request, as far as the transport tells.
 *
 * @param address the IP address at the other end of the connection
 * @param fromElsewhere whether it shows that somebody elsewhere is behind it, by the headers of a proxy or of a browser
 * @param authorization the Authorization header, empty when there is none
 */
public record Client(String address, boolean fromElsewhere, String authorization) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Client[" + address + "]";
    }
}
