package org.caravansms.observe;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** A part of the gateway as a health check of Camel's. A warning is UP there, with the detail {@value #WARNING}. */
final class GatewayCheck extends AbstractHealthCheck {

    static final String GROUP = "caravan";

    static final String WARNING = "warning";

    private final boolean vital;
    private final Supplier<HealthFinding> look;

    /** @param vital whether the process is of no use while it is DOWN */
    GatewayCheck(String name, boolean vital, Supplier<HealthFinding> look) {
        super(GROUP, name);
        this.vital = vital;
        this.look = look;
    }

    @Override
    public boolean isLiveness() {
        return vital;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
        HealthFinding found = look.get();
        result.state(found.level() == HealthFinding.Level.DOWN ? HealthCheck.State.DOWN : HealthCheck.State.UP);
        result.message(found.text()).details(found.data());
        if (found.level() == HealthFinding.Level.WARNING) {
            result.detail(WARNING, true);
        }
    }
}
