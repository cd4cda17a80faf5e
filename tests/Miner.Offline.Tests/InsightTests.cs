using Miner.Testing;
using static Miner.Offline.Tests.Asking;

namespace Miner.Offline.Tests;

/// <summary>What is remembered of a user's words: only what is stated of himself, or of how to answer, whole and for good.</summary>
internal sealed class InsightTests
{
    [TestCase("My name is Anna.", "fact user_name: The user's name is Anna")]
    [TestCase("My name's Anna-Lena O'Hara", "fact user_name: The user's name is Anna-Lena O'Hara")]
    [TestCase("I am called Åsa", "fact user_name: The user's name is Åsa")]
    [TestCase("my name is 小明", "fact user_name: The user's name is 小明")]
    [TestCase("Please call me Dr. Berg!", "instruction preferred_name: Call the user Dr. Berg")]
    [TestCase("Call me Bob, please.", "instruction preferred_name: Call the user Bob")]
    [TestCase("You may call me Jo", "instruction preferred_name: Call the user Jo")]
    [TestCase("You can call me Al", "instruction preferred_name: Call the user Al")]
    [TestCase("Address me as Captain Cook", "instruction preferred_name: Call the user Captain Cook")]
    [TestCase("I live in Bergen.", "fact user_location: Lives in Bergen")]
    [TestCase("I’m based in the United States", "fact user_location: Lives in the United States")]
    [TestCase("I live in Bergen, Norway", "fact user_location: Lives in Bergen, Norway")]
    [TestCase("I am from Berlin", "fact user_origin: Is from Berlin")]
    [TestCase("I work for Siemens", "fact user_employer: Works at Siemens")]
    [TestCase("My employer is the Red Cross", "fact user_employer: Works at the Red Cross")]
    [TestCase("My job is an artist", "fact user_role: The user is an artist")]
    [TestCase("I am a PhD student", "fact user_role: The user is a PhD student")]
    [TestCase("I'm a doctor", "fact user_role: The user is a doctor")]
    [TestCase("I'm Tom and I'm a baker.", "fact user_role: The user is a baker")]
    [TestCase("I am an electrical engineer", "fact user_role: The user is an electrical engineer")]
    [TestCase("I work as a nurse", "fact user_role: The user is a nurse")]
    [TestCase("My profession is a translator", "fact user_role: The user is a translator")]
    [TestCase("I am a vegetarian.", "fact user_role: The user is a vegetarian")]
    [TestCase("I speak German, French and Dutch", "fact user_languages: Speaks German, French and Dutch")]
    [TestCase(
        "I speak English, Spanish, Italian, Portuguese, and Polish",
        "fact user_languages: Speaks English, Spanish, Italian, Portuguese, and Polish")]
    [TestCase(
        "I speak Russian, Ukrainian, Chinese, Mandarin and Japanese",
        "fact user_languages: Speaks Russian, Ukrainian, Chinese, Mandarin and Japanese")]
    [TestCase(
        "I speak Korean, Arabic, Hindi, Turkish and Swedish",
        "fact user_languages: Speaks Korean, Arabic, Hindi, Turkish and Swedish")]
    [TestCase(
        "I speak Danish, Norwegian, Finnish, Greek and Czech",
        "fact user_languages: Speaks Danish, Norwegian, Finnish, Greek and Czech")]
    [TestCase("I'm allergic to peanuts", "fact allergy_peanut: Is allergic to peanuts")]
    [TestCase("My dog is called Rex.", "fact dog: Dog is called Rex")]
    [TestCase("My wife's name is Eva", "fact wife: Wife's name is Eva")]
    [TestCase("My cat is named Tom", "fact cat: Cat is named Tom")]
    [TestCase("My husband is called Otto", "fact husband: Husband is called Otto")]
    [TestCase("My partner is called Kim", "fact partner: Partner is called Kim")]
    [TestCase("My son's name is Max", "fact son: Son's name is Max")]
    [TestCase("My daughter is called Mia", "fact daughter: Daughter is called Mia")]
    [TestCase("My hobby is painting", "fact hobby: Hobby is painting")]
    [TestCase("My native language is Basque", "fact native_language: Native language is Basque")]
    [TestCase("My mother tongue is Welsh", "fact mother_tongue: Mother tongue is Welsh")]
    [TestCase("My birthday is 5 May", "fact birthday: Birthday is 5 May")]
    [TestCase("My time zone is Central European", "fact time_zone: Time zone is Central European")]
    [TestCase("My favourite colour is blue.", "preference favourite_colour: Favourite colour is blue")]
    [TestCase("My favorite board games are chess and go", "preference favorite_board_game: Favorite board games are chess and go")]
    [TestCase("I am working on a compiler for Pascal", "context current_project: Is working on a compiler for Pascal")]
    [TestCase("We are building a boat", "context current_project: Is working on a boat")]
    [TestCase("We're working on the compiler", "context current_project: Is working on the compiler")]
    [TestCase("We're building a house", "context current_project: Is working on a house")]
    [TestCase("I prefer short answers.", "preference response_length: Prefers short answers")]
    [TestCase("I'd prefer tea to coffee", "preference taste_tea_coffee: Prefers tea to coffee")]
    [TestCase("I really like green tea", "preference taste_green_tea: Likes green tea")]
    [TestCase("I love C++", "preference programming_language: Likes C++")]
    [TestCase("I don't like long answers", "preference response_length: Does not like long answers")]
    [TestCase("I like long walks on the beach", "preference taste_long_walk_beach: Likes long walks on the beach")]
    [TestCase("I love German food", "preference taste_german_food: Likes German food")]
    [TestCase("I prefer answers in German", "preference response_language: Prefers answers in German")]
    [TestCase("I do not like tea", "preference taste_tea: Does not like tea")]
    [TestCase("I dislike tea", "preference taste_tea: Does not like tea")]
    [TestCase("I enjoy chess", "preference taste_chess: Likes chess")]
    [TestCase("I would prefer tables", "preference response_format: Prefers tables")]
    [TestCase("I hate Mondays", "preference taste_monday: Does not like Mondays")]
    [TestCase("I like old black cats at night", "preference taste_old_black_cat_night: Likes old black cats at night")]
    [TestCase("I like big old black cats at night", "preference taste_big_old_black_cat: Likes big old black cats at night")]
    [TestCase("Always cite your sources.", "instruction citations: Always cite your sources")]
    [TestCase("You should always answer in metric units", "instruction units: Always answer in metric units")]
    [TestCase("You must always reply in English", "instruction response_language: Always reply in English")]
    [TestCase("Don't forget to include examples", "instruction examples: Always include examples")]
    [TestCase("Always give examples", "instruction examples: Always give examples")]
    [TestCase("Always show the units.", "instruction units: Always show the units")]
    [TestCase("Always explain the steps", "instruction explanation_steps: Always explain the steps")]
    [TestCase("Always be polite", "instruction response_tone: Always be polite")]
    [TestCase("Always provide links", "instruction citations: Always provide links")]
    [TestCase("Make sure to use tables", "instruction response_format: Always use tables")]
    [TestCase("Do not forget to cite sources", "instruction citations: Always cite sources")]
    [TestCase("Never use emojis", "constraint emoji: Never use emojis")]
    [TestCase("Please don't use emojis.", "constraint emoji: Do not use emojis")]
    [TestCase("You must not write in French", "constraint response_language: Do not write in French")]
    [TestCase("Do not write in Dutch", "constraint response_language: Do not write in Dutch")]
    [TestCase("You must never add jokes", "constraint response_tone: Never add jokes")]
    [TestCase("Avoid writing in Latin or Greek", "constraint response_language: Avoid writing in Latin or Greek")]
    [TestCase("Stop answering in French", "constraint response_language: Avoid answering in French")]
    [TestCase("Stop adding jokes", "constraint response_tone: Avoid adding jokes")]
    [TestCase("Stop citing sources", "constraint citations: Avoid citing sources")]
    [TestCase("Stop giving examples", "constraint examples: Avoid giving examples")]
    [TestCase("Stop showing the steps", "constraint explanation_steps: Avoid showing the steps")]
    [TestCase("Stop being so formal", "constraint response_tone: Avoid being so formal")]
    [TestCase("Stop using emojis", "constraint emoji: Avoid using emojis")]
    [TestCase("No emojis", "constraint emoji: No emojis")]
    [TestCase("No more emojis", "constraint emoji: No emojis")]
    [TestCase("Use bullet points", "instruction response_format: Use bullet points")]
    [TestCase("Do use emojis", "instruction emoji: Use emojis")]
    [TestCase("I want you to use tables", "instruction response_format: Use tables")]
    [TestCase("I'd like you to use tables", "instruction response_format: Use tables")]
    [TestCase("Use Python instead.", "instruction programming_language: Use Python")]
    [TestCase("Use tables, thank you!", "instruction response_format: Use tables")]
    [TestCase("From now on, answer in German.", "instruction response_language: Answer in German")]
    [TestCase("Write in short sentences", "instruction response_length: Answer in short sentences")]
    [TestCase("Never use jokes", "constraint response_tone: Never use jokes")]
    [TestCase("Write in English", "instruction response_language: Answer in English")]
    [TestCase("Include examples", "instruction examples: Include examples")]
    [TestCase("Cite sources", "instruction citations: Include sources")]
    [TestCase("Keep answers short", "instruction response_length: Keep answers short")]
    [TestCase("Reply with bullet points", "instruction response_format: Answer with bullet points")]
    [TestCase("Write code in Python", "instruction programming_language: Write code in Python")]
    [TestCase("Keep it short", "instruction response_length: Keep answers short")]
    [TestCase("Keep your answers brief", "instruction response_length: Keep answers brief")]
    [TestCase("I would like you to be brief", "instruction response_length: Be brief")]
    [TestCase("Provide sources.", "instruction citations: Include sources")]
    [TestCase("Actually my name is Eva now", "fact user_name: The user's name is Eva")]
    [TestCase("Remember that my name is Anna", "fact user_name: The user's name is Anna")]
    [TestCase("Hi, btw, keep in mind that I'm a beginner", "fact user_role: The user is a beginner")]
    public void HumanFeedback_WhenItStatesSomething_GivesOneInsight(string feedback, string expected) =>
        Assert.That(Learn(feedback), Is.EqualTo(new[] { expected.Insert(expected.IndexOf(':'), " insert") }));

    [TestCase("Forget my name.", "instruction user_name")]
    [TestCase("Delete my location", "instruction user_location")]
    [TestCase("Remove my job", "instruction user_role")]
    [TestCase("Forget our project", "instruction current_project")]
    [TestCase("Forget my favourite colour", "instruction favourite_colour")]
    [TestCase("Don't remember my birthday", "instruction birthday")]
    [TestCase("I no longer live in Berlin", "fact user_location")]
    [TestCase("I no longer work at Siemens", "fact user_employer")]
    [TestCase("Forget that I prefer short answers", "preference response_length")]
    [TestCase("Please forget about the emojis.", "instruction emoji")]
    [TestCase("I no longer like green tea", "preference taste_green_tea")]
    public void HumanFeedback_WhenItTakesSomethingBack_DeletesThat(string feedback, string expected) =>
        Assert.That(Learn(feedback), Is.EqualTo(new[] { $"{expected} delete: " }));

    [TestCase("I prefer 18 degrees", "preference taste_18_degree insert: Prefers 18 degrees")]
    [TestCase("I like codes", "preference taste_code insert: Likes codes")]
    [TestCase("I love internationalisation", "preference taste_internationalisation insert: Likes internationalisation")]
    [TestCase("I like 123456", "preference taste_123456 insert: Likes 123456")]
    public void HumanFeedback_WhenItOnlyLooksLikeASecret_IsRemembered(string feedback, string expected) =>
        Assert.That(Learn(feedback), Is.EqualTo(new[] { expected }));

    [Test]
    public void HumanFeedback_WhenItStatesSeveralThings_GivesEachAndOfTwoOnOneMatterTheLater() => Assert.That(
        Learn("My name is Anna and I prefer short answers; use tables. Never add jokes, I love tea.", "Actually, my name is Eva."),
        Is.EqualTo(new[]
        {
            "preference response_length insert: Prefers short answers",
            "instruction response_format insert: Use tables",
            "constraint response_tone insert: Never add jokes",
            "preference taste_tea insert: Likes tea",
            "fact user_name insert: The user's name is Eva",
        }));

    [Test]
    public void HumanFeedback_WhenASentenceStartsAnotherThing_DoesNotForbidIt() =>
        Assert.That(
            Learn("Stop using tables and start using emojis. Never use C# and answer in German."),
            Is.EqualTo(new[]
            {
                "constraint response_format insert: Avoid using tables",
                "constraint programming_language insert: Never use C#",
                "instruction response_language insert: Answer in German",
            }));

    [Test]
    public void HumanFeedback_OfManyStatements_IsReadToTheFiftieth()
    {
        var insights = Learn([.. Enumerable.Range(100, 60).Select(number => $"I like tea {number}.")]);

        Assert.That(insights, Has.Length.EqualTo(50));
        Assert.That(insights[^1], Does.EndWith("Likes tea 149"));
    }

    [TestCase(39, 1)]
    [TestCase(40, 0)]
    public void HumanFeedback_OfALongStatement_IsReadToItsTwoHundredthCharacter(int length, int count) =>
        Assert.That(Learn($"I like {string.Join(' ', Enumerable.Repeat(new string('y', length), 4))} {new string('y', 33)}"),
            Has.Length.EqualTo(count));

    [Test]
    public void Insight_OfAStatement_IsAsSureAsItsForm()
    {
        var insights = new OfflineModel().ReadInsights(["I live in Rome. I prefer tea. Use tables. I'm building a house. Forget my job"]);

        Assert.That(insights.Select(insight => insight.Confidence), Is.EqualTo(new[] { 0.95, 0.9, 0.85, 0.9, 0.9 }));
        Assert.That(insights.Select(insight => insight.Tags[0]), Is.EqualTo(new[] { "identity", "taste", "format", "project", "forget" }));
    }

    [TestCase("I prefer ")]
    [TestCase("remember that ")]
    [TestCase(" and i ")]
    [TestCase("my is ")]
    [TestCase("x. ")]
    [TestCase("please, ")]
    [TestCase("a-")]
    [TestCase("`")]
    [TestCase("Aa ")]
    public void HumanFeedback_WhenTextIsHostile_EndsFast(string piece)
    {
        var feedback = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));
        CpuTime.EnsureLess(TimeSpan.FromSeconds(1), () => Learn([.. Enumerable.Repeat(feedback, 50)]), piece);
    }
}
