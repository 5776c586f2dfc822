/** Reads the settings and checks them once. */
package org.caravansms.config;
