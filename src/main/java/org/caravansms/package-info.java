/** The program: reads the settings, binds the beans and starts the routes. */
package org.caravansms;
