package org.caravansms.api.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The unit in which clients are counted: an IPv4 address, or the /64 of an IPv6 address, the least that a site has (RFC 6177). */
public final class ClientNetwork {

    private static final int PREFIX_OCTETS = 8;

    private ClientNetwork() {}

    /** @param address an IP address, as text */
    public static String of(String address) {
        try {
            return of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return address;
        }
    }

    public static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? Arrays.toString(Arrays.copyOf(address.getAddress(), PREFIX_OCTETS))
                : address.getHostAddress();
    }
}
