package org.caravansms;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.provider.Providers;

/** Starts the providers once all else runs, so that none of them can keep clients out, and has them follow the settings. */
final class ProviderLifecycle extends MainListenerSupport {

    private final Settings settings;
    private final Providers providers;
    private SettingsWatch watch;

    ProviderLifecycle(Settings settings, Providers providers) {
        this.settings = settings;
        this.providers = providers;
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        providers.apply(main.getCamelContext(), settings.providerBlocks());
        watch = new SettingsWatch(settings, blocks -> providers.apply(main.getCamelContext(), blocks));
        watch.start(main.getCamelContext());
    }

    @Override
    public void beforeStop(BaseMainSupport main) {
        if (watch != null) {
            watch.stop();
        }
    }

    /** Camel has brought their routes to an end by then. */
    @Override
    public void afterStop(BaseMainSupport main) {
        providers.close();
    }
}
