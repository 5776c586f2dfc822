package org.caravansms.callback;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for callbacks, and has those of this machine and of private networks unknown: a client must not reach
 * what it could not reach itself. The address that was checked is the one that is connected to.
 */
final class PublicAddresses implements DnsResolver {

    private final DnsResolver names;
    private final boolean privateToo;

    /** @param privateToo whether all addresses may be called */
    PublicAddresses(DnsResolver names, boolean privateToo) {
        this.names = names;
        this.privateToo = privateToo;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.resolve(host);
        InetAddress[] allowed = Arrays.stream(all)
                .filter(address -> privateToo || isPublic(address))
                .toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new UnknownHostException("it has no public address, and sms.callback.private-networks is off");
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
        return address instanceof Inet4Address ? isPublic4(octets) : isPublic6((Inet6Address) address, octets);
    }

    /** Shared, reserved, for tests and for documents: RFC 6890. */
    private static boolean isPublic4(byte[] octets) {
        int first = octets[0] & 0xFF;
        int second = octets[1] & 0xFF;
        int third = octets[2] & 0xFF;
        boolean shared = first == 100 && second >= 64 && second <= 127;
        boolean tests = first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)
                || first == 203 && second == 0 && third == 113
                || first == 192 && second == 0 && (third == 0 || third == 2);
        return first != 0 && first != 127 && first < 240 && !shared && !tests;
    }

    /** Unique local, and what has an IPv4 address inside, whatever that is. */
    private static boolean isPublic6(Inet6Address address, byte[] octets) {
        boolean uniqueLocal = (octets[0] & 0xFE) == 0xFC;
        boolean translated =
                octets[0] == 0x00 && octets[1] == 0x64 && octets[2] == (byte) 0xFF && octets[3] == (byte) 0x9B;
        boolean sixToFour = octets[0] == 0x20 && octets[1] == 0x02;
        boolean teredo = octets[0] == 0x20 && octets[1] == 0x01 && octets[2] == 0 && octets[3] == 0;
        boolean documents = octets[0] == 0x20 && octets[1] == 0x01 && octets[2] == 0x0D && octets[3] == (byte) 0xB8;
        boolean mapped = address.isIPv4CompatibleAddress()
                || octets[0] == 0 && octets[1] == 0 && octets[2] == 0 && octets[3] == 0;
        return !uniqueLocal && !translated && !sixToFour && !teredo && !documents && !mapped;
    }
}
