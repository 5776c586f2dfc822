package org.caravansms.cli;

import java.util.ArrayList;
import java.util.List;
import org.caravansms.Gateway;
import org.caravansms.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code caravan run}. */
@Command(name = "run", description = "the gateway, in the foreground; settings in config/application.properties")
final class RunCommand implements Runnable {

    @Option(
            names = "--accept-loss",
            description = "start also without what is missing of the data directory; what is lost is logged")
    private boolean acceptLoss;

    @Unmatched
    private final List<String> others = new ArrayList<>();

    @Override
    public void run() {
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    "bin/caravan run takes no argument but --accept-loss, and not " + others);
        }
        Settings settings = Settings.in(Home.path());
        LogFormat.apply(settings.typed().log().format(), Home.path().resolve("config/log4j2.properties"));
        Gateway.run(Home.path(), Home.installation(), settings, acceptLoss, StartArchive.wanted());
    }
}
