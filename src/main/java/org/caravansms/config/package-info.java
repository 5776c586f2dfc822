/** The settings, read and checked once, as typed records; and files that are read again when they change. */
package org.caravansms.config;
