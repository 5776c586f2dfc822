package org.caravansms;

import java.time.Duration;
import java.util.List;
import org.caravansms.smsc.CommandStatusTable;
import org.caravansms.smsc.InDoubtPolicy;
import org.caravansms.smsc.Login;
import org.caravansms.smsc.Profile;
import org.caravansms.smsc.Provider;
import org.caravansms.smsc.Timers;

/** A block {@code sms.provider.<name>.*} of the settings. */
final class ProviderSettings {

    private ProviderSettings() {}

    /** What the settings leave open is as most SMSCs have it. */
    static Provider read(Settings settings, String name) {
        String prefix = "sms.provider." + name + ".";
        Timers timers = new Timers(
                Duration.ofSeconds(10),
                Duration.ofMillis(settings.number(prefix + "response-timeout-millis")),
                Duration.ofSeconds(30),
                Duration.ofMillis(settings.number(prefix + "reconnect-millis")),
                Duration.ofSeconds(10),
                Duration.ofMinutes(15));
        Login login = new Login(
                settings.text(prefix + "host"),
                settings.number(prefix + "port"),
                settings.text(prefix + "system-id"),
                settings.text(prefix + "password"),
                "",
                false);
        return new Provider(
                name,
                login,
                null,
                timers,
                1,
                settings.number(prefix + "window"),
                0,
                List.of(settings.text("sms.queue.outbound")),
                Profile.STANDARD,
                InDoubtPolicy.RESEND,
                CommandStatusTable.standard());
    }
}
