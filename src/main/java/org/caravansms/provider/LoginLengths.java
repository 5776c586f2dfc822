package org.caravansms.provider;

import java.nio.charset.StandardCharsets;
import org.caravansms.smsc.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the standard allows of a login's fields, SMPP 3.4 sections 5.2.1 to 5.2.3 and 5.2.7; many an SMSC takes more. */
final class LoginLengths {

    private static final Logger LOG = LoggerFactory.getLogger(LoginLengths.class);
    private static final int SYSTEM_ID = 15;
    private static final int PASSWORD = 8;
    private static final int SYSTEM_TYPE = 12;
    private static final int ADDRESS_RANGE = 40;

    private LoginLengths() {}

    static void warn(Provider provider) {
        warn(provider, "system-id", provider.login().systemId(), SYSTEM_ID);
        warn(provider, "password", provider.login().password(), PASSWORD);
        warn(provider, "system-type", provider.login().systemType(), SYSTEM_TYPE);
        warn(provider, "address-range", provider.login().addressRange(), ADDRESS_RANGE);
    }

    private static void warn(Provider provider, String setting, String value, int most) {
        int octets = value.getBytes(StandardCharsets.UTF_8).length;
        if (octets > most) {
            LOG.warn(
                    "Setting sms.provider.{}.{} has {} octets, and SMPP 3.4 allows {}: not every SMSC takes it",
                    provider.name(),
                    setting,
                    octets,
                    most);
        }
    }
}
