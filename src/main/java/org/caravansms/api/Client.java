package org.caravansms.api;

/**
 * Who sent a request, as far as the transport tells.
 *
 * @param address the IP address at the other end of the connection
 * @param forwarded whether a proxy says that it passes the request on for somebody else, who is then not known
 * @param authorization the Authorization header, empty when there is none
 */
public record Client(String address, boolean forwarded, String authorization) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Client[" + address + "]";
    }
}
