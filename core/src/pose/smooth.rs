//! Low-pass and One-Euro filters as MediaPipe applies them (constants: its `pose_landmark_cpu` graph).

use std::f64::consts::PI;

/// Exponential smoothing with a fixed weight for the newest value.
#[derive(Debug, Clone, Default)]
pub struct LowPass {
    smoothed: Option<f64>,
    raw: f64,
}

impl LowPass {
    pub fn apply(&mut self, value: f64, alpha: f64) -> f64 {
        let smoothed = match self.smoothed {
            Some(previous) => alpha * value + (1.0 - alpha) * previous,
            None => value,
        };
        self.raw = value;
        self.smoothed = Some(smoothed);
        smoothed
    }
}

/// How strongly a [`OneEuro`] smooths.
#[derive(Debug, Clone, Copy)]
pub struct OneEuroConfig {
    pub min_cutoff_hz: f64,
    pub beta: f64,
    pub derivative_cutoff_hz: f64,
}

/// Landmarks in the picture.
pub const LANDMARK_FILTER: OneEuroConfig = config(0.05, 80.0);
/// The two auxiliary points that place the next region of interest.
pub const ROI_FILTER: OneEuroConfig = config(0.01, 10.0);
/// World landmarks, in metres, without value scaling.
pub const WORLD_FILTER: OneEuroConfig = config(0.1, 40.0);

const fn config(min_cutoff_hz: f64, beta: f64) -> OneEuroConfig {
    OneEuroConfig {
        min_cutoff_hz,
        beta,
        derivative_cutoff_hz: 1.0,
    }
}

/// A One-Euro filter over many values that share their timestamps.
#[derive(Debug, Clone)]
pub struct OneEuro<const N: usize> {
    config: OneEuroConfig,
    frequency_hz: f64,
    last_t_s: Option<f64>,
    values: Vec<LowPass>,
    derivatives: Vec<LowPass>,
}

impl<const N: usize> OneEuro<N> {
    pub fn new(config: OneEuroConfig) -> Self {
        OneEuro {
            config,
            frequency_hz: 30.0,
            last_t_s: None,
            values: vec![LowPass::default(); N],
            derivatives: vec![LowPass::default(); N],
        }
    }

    /// `value_scale` makes speeds comparable across sizes: 1 / the object's size in the values' unit.
    pub fn apply(&mut self, t_s: f64, value_scale: f64, values: &mut [f64; N]) {
        let first = self.last_t_s.is_none();
        if let Some(last) = self.last_t_s {
            if t_s <= last {
                return;
            }
            self.frequency_hz = 1.0 / (t_s - last);
        }
        self.last_t_s = Some(t_s);
        let derivative_alpha = self.alpha(self.config.derivative_cutoff_hz);
        for (i, value) in values.iter_mut().enumerate() {
            let speed = if first {
                0.0
            } else {
                (*value - self.values[i].raw) * value_scale * self.frequency_hz
            };
            let speed = self.derivatives[i].apply(speed, derivative_alpha);
            let cutoff_hz = self.config.min_cutoff_hz + self.config.beta * speed.abs();
            let alpha = self.alpha(cutoff_hz);
            *value = self.values[i].apply(*value, alpha);
        }
    }

    fn alpha(&self, cutoff_hz: f64) -> f64 {
        1.0 / (1.0 + self.frequency_hz / (2.0 * PI * cutoff_hz))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constant_stays_and_noise_shrinks() {
        let mut filter = OneEuro::<1>::new(LANDMARK_FILTER);
        let mut spread: f64 = 0.0;
        for i in 0..300 {
            let mut value = [100.0 + if i % 2 == 0 { 1.0 } else { -1.0 }];
            filter.apply(f64::from(i) / 30.0, 1.0 / 400.0, &mut value);
            if i > 250 {
                spread = spread.max((value[0] - 100.0).abs());
            }
        }
        assert!(spread < 0.6, "noise of ±1 px came out as ±{spread}");
    }

    #[test]
    fn it_follows_a_fast_ramp_closely() {
        let mut filter = OneEuro::<1>::new(LANDMARK_FILTER);
        let mut lag = 0.0;
        for i in 0..60 {
            let truth = 10.0 * f64::from(i);
            let mut value = [truth];
            filter.apply(f64::from(i) / 30.0, 1.0 / 400.0, &mut value);
            lag = truth - value[0];
        }
        assert!(
            lag < 5.0,
            "half a frame of lag at most, got {lag} px at 10 px a frame"
        );
    }
}
