namespace Wellread.Suggestions;

/// <summary>
/// How likely a practice is to take what a topic or a source brings: a Beta distribution (Gelman et al., Bayesian Data Analysis, 3rd ed., 2013, section 2.1).
/// </summary>
/// <param name="Yes">What spoke for it, faded with time.</param>
/// <param name="No">What spoke against it, faded with time.</param>
/// <param name="Taken">Approved or shared, counted.</param>
/// <param name="Refused">Rejected, counted.</param>
internal readonly record struct BetaBelief(double Yes, double No, int Taken, int Refused)
{
    public BetaBelief With(double weight, double faded, bool endorses) => weight >= 0
        ? this with { Yes = Yes + (weight * faded), Taken = Taken + (endorses ? 1 : 0) }
        : this with { No = No - (weight * faded), Refused = Refused + 1 };

    /// <summary>The posterior mean under a prior with mean <paramref name="prior"/> that is worth <paramref name="strength"/> decisions.</summary>
    public double Mean(double prior, double strength) => (Yes + (prior * strength)) / (Yes + No + strength);

    /// <summary>Roughly the standard deviation of the log odds of the posterior: √(1/a + 1/b).</summary>
    public double Doubt(double prior, double strength) =>
        Math.Sqrt((1 / (Yes + (prior * strength))) + (1 / (No + ((1 - prior) * strength))));
}
