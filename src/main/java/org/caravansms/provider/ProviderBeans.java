package org.caravansms.provider;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.caravansms.smsc.Link;
import org.caravansms.smsc.Provider;

/** The beans that the routes of one bind of a provider name, as {@code <bean>-<provider>-<bind>}. */
final class ProviderBeans {

    private final Deque<Runnable> unbinds = new ArrayDeque<>();
    private final CamelContext context;
    private final String suffix;
    private final Link link;

    ProviderBeans(CamelContext context, Provider provider, int bind) {
        this.context = context;
        this.suffix = "-" + provider.name() + "-" + bind;
        this.link = new Link(provider, bind);
        bind("link", link);
        bindThreads("window", provider.window());
    }

    Link link() {
        return link;
    }

    /** The last one first; one that can be closed is closed. */
    void unbind() {
        while (!unbinds.isEmpty()) {
            unbinds.pop().run();
        }
    }

    private void bind(String name, Object bean) {
        context.getRegistry().bind(name + suffix, bean);
        unbinds.push(() -> {
            context.getRegistry().unbind(name + suffix);
            close(bean);
        });
    }

    /** A pool and not a profile of one: Camel forgets no profile. camel-smpp blocks a thread for each submit_sm under way. */
    private void bindThreads(String name, int count) {
        ExecutorService threads = context.getExecutorServiceManager().newFixedThreadPool(this, name + suffix, count);
        context.getRegistry().bind(name + suffix, ExecutorService.class, threads);
        unbinds.push(() -> {
            context.getRegistry().unbind(name + suffix);
            context.getExecutorServiceManager().shutdownNow(threads);
        });
    }

    private static void close(Object bean) {
        try {
            if (bean instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
