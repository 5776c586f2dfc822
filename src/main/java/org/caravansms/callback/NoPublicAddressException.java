package org.caravansms.callback;

import java.net.UnknownHostException;

/** A client's URL is on this machine or on a private network. */
final class NoPublicAddressException extends UnknownHostException {

    NoPublicAddressException() {
        super("it has no public address, and sms.callback.private-networks is off");
    }
}
