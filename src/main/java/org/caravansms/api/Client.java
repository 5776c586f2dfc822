package org.caravansms.api;

/**
 * The sender of a request, as far as the transport shows.
 *
 * @param address the IP address at the other end of the connection
 * @param fromElsewhere whether headers of a proxy or a browser show that it comes from another machine or site
 * @param authorization the Authorization header, empty when there is none
 */
public record Client(String address, boolean fromElsewhere, String authorization) {

    /** Without the password. */
    @Override
    public String toString() {
        return "Client[" + address + "]";
    }
}
