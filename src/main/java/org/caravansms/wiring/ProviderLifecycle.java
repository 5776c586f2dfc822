package org.caravansms.wiring;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.config.Settings;
import org.caravansms.config.SettingsWatch;
import org.caravansms.provider.Providers;

/** Starts the providers once all else runs, so that none of them can keep clients out, and has them follow the settings. */
final class ProviderLifecycle extends MainListenerSupport {

    private final Settings settings;
    private final DispatchBeans submissions;
    private final Providers providers;
    private final StartUpLines lines;
    private SettingsWatch watch;

    ProviderLifecycle(Settings settings, DispatchBeans submissions, Providers providers, StartUpLines lines) {
        this.settings = settings;
        this.submissions = submissions;
        this.providers = providers;
        this.lines = lines;
    }

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        submissions.start(main.getCamelContext().getRegistry());
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

    @Override
    public void afterStop(BaseMainSupport main) {
        submissions.stop();
    }
}
