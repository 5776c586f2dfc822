package org.caravansms.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the manifest of the jar has it. */
final class JarVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = JarVersion.class.getPackage().getImplementationVersion();
        return new String[] {"Caravan " + (version == null ? "(not packaged)" : version)};
    }
}
