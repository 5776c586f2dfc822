package org.caravansms.callback;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The DNS of clients' callbacks: names of this machine and of private networks are unknown, so that a client cannot reach
 * them through the gateway. The address that was checked is the one that is connected to.
 *
 * @param privateToo whether all addresses may be called
 */
record PublicAddresses(DnsResolver names, boolean privateToo) implements DnsResolver {

    /** A client's URL is on this machine or on a private network. */
    static final class NoPublicAddressException extends UnknownHostException {

        NoPublicAddressException() {
            super("it has no public address, and sms.callback.private-networks is off");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.resolve(host);
        InetAddress[] allowed = Arrays.stream(all)
                .filter(address -> privateToo || isPublic(address))
                .toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new NoPublicAddressException();
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] octets = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(octets) : isPublic6(octets);
    }

    /** Without shared, reserved, test and documentation addresses: RFC 6890. */
    private static boolean isPublic4(byte[] octets) {
        int first = octets[0] & 0xFF;
        int second = octets[1] & 0xFF;
        int third = octets[2] & 0xFF;
        boolean shared = first == 100 && second >= 64 && second <= 127;
        boolean tests = first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)
                || first == 203 && second == 0 && third == 113
                || first == 192 && second == 0 && (third == 0 || third == 2);
        boolean relay = first == 192 && second == 88 && third == 99;
        return first != 0 && first != 127 && first < 240 && !shared && !tests && !relay;
    }

    /** Of 2000::/3, without addresses that contain an IPv4 address or are reserved: RFC 6890. */
    private static boolean isPublic6(byte[] octets) {
        int first = (octets[0] & 0xFF) << 8 | octets[1] & 0xFF;
        int second = (octets[2] & 0xFF) << 8 | octets[3] & 0xFF;
        boolean givenOut = (first & 0xE000) == 0x2000;
        boolean protocols = first == 0x2001 && second < 0x0200;
        boolean documents = first == 0x2001 && second == 0x0DB8 || first == 0x3FFF && second < 0x1000;
        boolean sixToFour = first == 0x2002;
        return givenOut && !protocols && !documents && !sixToFour;
    }
}
