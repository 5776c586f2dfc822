package org.caravansms.wiring;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.config.Settings;
import org.caravansms.config.SettingsWatch;
import org.caravansms.provider.Providers;

/** Starts the providers last, so that none can delay the HTTP API, and applies changed settings to them. */
final class ProviderLifecycle extends MainListenerSupport {

    private final Settings settings;
    private final Providers providers;
    private final StartUpLines lines;
    private SettingsWatch watch;

    ProviderLifecycle(Settings settings, Providers providers, StartUpLines lines) {
        this.settings = settings;
        this.providers = providers;
        this.lines = lines;
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        providers.apply(main.getCamelContext(), settings.providerBlocks());
        watch = new SettingsWatch(settings, blocks -> providers.apply(main.getCamelContext(), blocks));
        watch.start(main.getCamelContext());
        lines.print(main.getCamelContext());
    }

    @Override
    public void beforeStop(BaseMainSupport main) {
        if (watch != null) {
            watch.stop();
        }
    }
}
